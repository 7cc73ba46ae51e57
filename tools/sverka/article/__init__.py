"""Articles: text, Markdown and HTML taken apart into blocks and segments, and put together again.

An article is a skeleton: only the segments are lifted out, and only they are ever replaced. All
other characters, line endings and byte-order mark included, stay as they are.
"""

from sverka.article.encoding import fault, spoken
from sverka.article.model import Article, ArticleError, Block, Piece, Segment
from sverka.article.reading import FORMATS, read
from sverka.article.rendering import Translate, render

__all__ = [
    "FORMATS",
    "Article",
    "ArticleError",
    "Block",
    "Piece",
    "Segment",
    "Translate",
    "fault",
    "read",
    "render",
    "spoken",
]
