"""vnkg: Vietnamese official and press text into a knowledge graph that one can trust, question and see."""
