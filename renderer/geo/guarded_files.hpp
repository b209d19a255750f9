#pragma once
// GDAL's own ways to files, each with a guard before it: whatever a driver opens while a session
// lasts (a source of a VRT, a file beside a file) is asked about first. Without a session on the
// thread it lets everything through, so that a program with uses of its own for GDAL keeps them.

namespace ebbflow::geo {

/// Puts the guards up. To be called once, after GDAL's drivers are registered.
void guardFiles();

}  // namespace ebbflow::geo
