"""From bytes to trees. The only room that knows YAML, and the only one that reads content from the disk."""

from generator.source.folder import bad_stem, read_folder
from generator.source.reader import read_text
from generator.source.slugs import slug
from generator.source.tree import Path, SourceFile

__all__ = ["Path", "SourceFile", "bad_stem", "read_folder", "read_text", "slug"]
