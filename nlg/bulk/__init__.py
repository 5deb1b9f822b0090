"""Many articles: which pairs, in which order, by how many hands, and files that are whole or absent."""
