// What packs the members of a zip archive.
#include <zlib.h>
