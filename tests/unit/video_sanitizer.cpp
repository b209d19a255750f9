// Read by the leak sanitizer's runtime; without a sanitizer nobody calls it.

extern "C" const char* __lsan_default_suppressions();

// libx265 3.5 loses about 1 kB of copied parameters with every encoder that it closes.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libx265\n";
}
