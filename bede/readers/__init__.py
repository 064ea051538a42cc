"""What comes in: text, HTML, JSON lines, CSV and TSV to articles, one file a format.

for item in read(["news/"]):
    print(item.title if isinstance(item, Article) else f"{item.source}: {item.reason}")
"""

from bede.readers.build import Given, article_from_text, finish
from bede.readers.fields import ColumnMap
from bede.readers.read import Skipped, read

__all__ = ["ColumnMap", "Given", "Skipped", "article_from_text", "finish", "read"]
