// title: 读了哪些稿件，各说了多少事实？ / Which articles were read, and how many facts do they state?
// column: article -- id of the article
// column: title -- its headline
// column: date -- day of publication
// column: source -- the paper
// column: n_edges -- how many facts have evidence in it
// column: page -- page of the paper
MATCH (a:Article)
OPTIONAL MATCH (a)<-[:FROM_ARTICLE]-(v:Evidence)
RETURN a.id AS article, a.title AS title, a.date AS date, a.source AS source,
       count(DISTINCT v.edge_id) AS n_edges, a.page AS page
ORDER BY date, article
