// title: 哪些人同名？ / Which people share a name?
// column: name -- the name, as written
// column: n_people -- how many people bear it
// column: person_ids -- their ids
MATCH (n:Name)-[:NAMES]->(p:Person)
WITH n, p ORDER BY p.id
WITH n, count(p) AS n_people, collect(p.id) AS person_ids
WHERE n_people > 1
RETURN n.text AS name, n_people, person_ids
ORDER BY n_people DESC, name
