"""Publishers: an article becomes a page, one file per format."""
