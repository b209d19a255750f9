#pragma once
// GDAL's drivers, each with a guard before it: while a session lasts, only those of its role open
// anything, also inside of other files. Without a session on the thread all do as ever.

namespace ebbflow::geo {

/// Puts the guards up. To be called once, after GDAL's drivers are registered.
void guardDrivers();

}  // namespace ebbflow::geo
