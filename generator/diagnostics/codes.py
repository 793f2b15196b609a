"""Every code: what it means."""
from collections.abc import Mapping
CODES: Mapping[str, object] = {}
