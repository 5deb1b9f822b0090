"""A site around articles: indexes, a search, links from one comparison to the next, a sitemap."""
