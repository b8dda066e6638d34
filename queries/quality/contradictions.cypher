// title: 哪些只设一席的职位同时报道了两个人？ / Which single-seat posts are reported for two people at once?
// column: post -- the post
// column: person -- one of the two
// column: other -- the other one
// column: quote -- the words that give the post to the first
// column: other_quote -- the words that give it to the other
// column: article -- id of the first's article
// column: other_article -- id of the other's article
// column: edge_id -- id of the first's edge
// column: other_edge_id -- id of the other's edge
MATCH (o:Post)<-[e:HOLDS]-(p:Person)
WHERE o.title IN ['书记', '省长', '市长', '州长', '区长', '县长', '旗长', '镇长', '乡长', '主席']
MATCH (o)<-[f:HOLDS]-(q:Person)
WHERE p.id < q.id AND e.attested_first <= f.attested_last AND f.attested_first <= e.attested_last
RETURN o.name AS post, p.name AS person, q.name AS other, e.quote AS quote,
       f.quote AS other_quote, e.article AS article, f.article AS other_article,
       e.id AS edge_id, f.id AS other_edge_id
ORDER BY post, edge_id, other_edge_id
