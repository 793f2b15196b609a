"""From facts to the site that people see: words, charts, pages, the engine, and what is published."""
