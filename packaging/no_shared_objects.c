// A program without shared libraries loads none later either: what it found would be made for another C library.
// SQLite and ICU ask for their plugins by these, which Sockgrade has no use for.
#include <dlfcn.h>
#include <stddef.h>

void* dlopen(const char* file, int mode) {
    (void)file;
    (void)mode;
    return NULL;
}

void* dlsym(void* restrict handle, const char* restrict name) {
    (void)handle;
    (void)name;
    return NULL;
}

int dlclose(void* handle) {
    (void)handle;
    return 0;
}

char* dlerror(void) { return "this program has no shared libraries"; }
