"""From bytes to trees. The only room that knows YAML, and the only one that reads content from the disk."""

from factsheets.content.source.folder import bad_stem, read_folder
from factsheets.content.source.reader import read_text
from factsheets.content.source.slugs import slug
from factsheets.content.source.tree import Path, SourceFile

__all__ = ["Path", "SourceFile", "bad_stem", "read_folder", "read_text", "slug"]
