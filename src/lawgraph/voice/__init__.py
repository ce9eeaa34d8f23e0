"""How lawgraph speaks to people, in the languages of its pages."""
