// title: 它与谁签约？ / Who signed agreements with a company, body or district?
// parameter: party (name) -- name or id of the company, organization, body or district
// column: counterpart -- the other party
// column: counterpart_type -- Enterprise, Organization, PublicBody or District
// column: date -- the date as stated
// column: event -- the event at which it was signed, when stated
// column: quote -- the words of the earliest evidence
// column: article -- id of the article that they stand in
// column: party -- the full name of the party asked for
// column: counterpart_id -- id of the other party
// column: edge_id -- id of the edge, for evidence/of_edge
CALL () {
  MATCH (:Name {text: $party})-[:NAMES]->(p:Entity) RETURN p
  UNION
  MATCH (p:Entity {id: $party}) RETURN p
}
MATCH (p)-[e:SIGNS_WITH]-(other:Entity)
WITH p, e, other, e.event AS occasion
OPTIONAL MATCH (m:Event {id: occasion})
RETURN other.name AS counterpart,
       [label IN labels(other) WHERE label <> 'Entity'][0] AS counterpart_type,
       e.date AS date, m.name AS event, e.quote AS quote, e.article AS article,
       p.name AS party, other.id AS counterpart_id, e.id AS edge_id
ORDER BY e.date_min, counterpart, edge_id, counterpart_id
