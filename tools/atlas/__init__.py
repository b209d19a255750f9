"""Builds geodata/atlas.gpkg and geodata/relief.tif from packaged sources and hand-made tables."""
