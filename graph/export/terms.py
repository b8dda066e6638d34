"""The terms of the RDF export: which class and which predicate each word of the schema becomes.

Standard vocabularies where one has the term, else the project's own. Sources: W3C ORG
(https://www.w3.org/TR/vocab-org/), PROV-O (https://www.w3.org/TR/prov-o/), Web Annotation
(https://www.w3.org/TR/annotation-vocab/), SKOS, Dublin Core, FOAF, https://schema.org/.
"""

from rdflib import DC, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef

# schema.org over https, as the site itself says; rdflib's own SDO is the same.
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")  # rdflib does not bundle Web Annotation
DATA = Namespace("urn:govgraph:id:")
TERMS = Namespace("urn:govgraph:terms:")

PREFIXES = {
    "dc": DC, "dcterms": DCTERMS, "foaf": FOAF, "oa": OA, "org": ORG, "owl": OWL, "prov": PROV,
    "rdf": RDF, "rdfs": RDFS, "schema": SCHEMA, "skos": SKOS, "xsd": XSD, "gv": TERMS, "g": DATA,
}  # fmt: skip

CLASSES: dict[str, tuple[URIRef, ...]] = {
    "Person": (FOAF.Person,),
    "InspectionTeam": (ORG.OrganizationalCollaboration,),
    "District": (SCHEMA.AdministrativeArea,),
    "PublicBody": (ORG.FormalOrganization, SCHEMA.GovernmentOrganization),
    "Enterprise": (ORG.FormalOrganization, SCHEMA.Corporation),
    "Organization": (ORG.FormalOrganization, SCHEMA.Organization),
    "Event": (SCHEMA.Event,),
    "Place": (SCHEMA.Place,),
    "Post": (ORG.Post,),
    "Article": (SCHEMA.NewsArticle, PROV.Entity),
    "Evidence": (OA.Annotation, PROV.Entity),
    "HOLDS": (ORG.Membership,),
    "ATTENDS": (SCHEMA.Role,),
}
"""The standard classes of a node type, or of an edge of a type; each also has its own, gv:TYPE."""

PREDICATES: dict[str, URIRef] = {
    "name": SKOS.prefLabel,
    "aliases": SKOS.altLabel,
    "all_ids": DCTERMS.identifier,
    "date": DCTERMS.date,
    "valid_from": SCHEMA.startDate,
    "valid_to": SCHEMA.endDate,
    "role": SCHEMA.roleName,
    "order": SCHEMA.position,
    "code": SKOS.notation,
    "url": SCHEMA.url,
    "Event.date": SCHEMA.startDate,
    "Article.title": SCHEMA.headline,
    "Article.date": SCHEMA.datePublished,
    "Article.source": DC.publisher,
    "Article.page": SCHEMA.pagination,
    "Article.authors": DC.creator,
    "Article.text": SCHEMA.articleBody,
    "Evidence.edge_id": OA.hasBody,
    "Evidence.article": PROV.wasQuotedFrom,
    "Evidence.quote": OA.exact,
    "Evidence.start": OA.start,
    "Evidence.stop": OA.end,
}
"""Property, or type and property, -> predicate; every other property is gv:PROPERTY."""

REFERENCES = frozenset(
    {"founder", "area", "edge_id", "article", "event", "Evidence.source", "Evidence.target"}
)
"""Properties whose value is the id of something, and so becomes a link."""

IN_CHINESE = frozenset(
    {"name", "aliases", "full_name", "title", "quote", "sentence", "text", "role", "listed_as"}
)
"""Properties whose texts carry the language tag zh."""

DIRECT: dict[str, tuple[URIRef, bool]] = {
    "LEADS": (ORG.headOf, False),
    "HOLDS": (ORG.holds, False),
    "OF": (ORG.postIn, False),
    "PART_OF": (DCTERMS.isPartOf, False),
    "HELD_IN": (SCHEMA.location, False),
    "ORGANIZES": (SCHEMA.organizer, True),
    "ATTENDS": (SCHEMA.attendee, True),
    "MENTIONS": (SCHEMA.mentions, False),
}
"""Edge type -> the standard predicate that says it in one triple, and whether it points back."""
