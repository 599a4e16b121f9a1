"""A JSON-LD loader that knows one context and never asks the network.

The terms are those of the W3C Web Annotation vocabulary that our annotations use.
"""

from __future__ import annotations

from typing import Any

_OA = "http://www.w3.org/ns/oa#"
_AS = "http://www.w3.org/ns/activitystreams#"
_TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "oa": _OA,
    "Annotation": f"{_OA}Annotation",
    "TextualBody": f"{_OA}TextualBody",
    "SpecificResource": f"{_OA}SpecificResource",
    "TextPositionSelector": f"{_OA}TextPositionSelector",
    "TextQuoteSelector": f"{_OA}TextQuoteSelector",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "Software": f"{_AS}Application",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "describing": f"{_OA}describing",
    "tagging": f"{_OA}tagging",
    "body": {"@id": f"{_OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{_OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{_OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{_OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    "exact": f"{_OA}exact",
    "prefix": f"{_OA}prefix",
    "suffix": f"{_OA}suffix",
    "start": {
        "@id": f"{_OA}start",
        "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
    },
    "end": {"@id": f"{_OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "created": {
        "@id": "http://purl.org/dc/terms/created",
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
    },
    "generator": {"@id": f"{_AS}generator", "@type": "@id"},
    "name": "http://xmlns.com/foaf/0.1/name",
    "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
}


def loader(url: str, _options: dict[str, Any] | None = None) -> dict[str, Any]:
    """The context of annotations, and nothing else."""
    assert url == "http://www.w3.org/ns/anno.jsonld", url
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _TERMS},
    }
