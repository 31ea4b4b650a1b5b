// The 8-bit library: hone's text is UTF-8 bytes from end to end.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
