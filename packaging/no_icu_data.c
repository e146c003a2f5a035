// ICU's data as a table without entries, in the form that unicode/udata.h and ICU's own stubdata.cpp describe: whatever
// is looked up there is missing, as ICU says by its error codes.
#include <stdint.h>
#include <unicode/udata.h>
#include <unicode/utypes.h>

struct Table {
    uint16_t header_size;
    uint8_t magic[2];
    UDataInfo info;
    char padding[8];  // the header is a multiple of 16 bytes
    uint32_t count;
    uint32_t reserved;
};

_Alignas(16) U_EXPORT const struct Table U_ICUDATA_ENTRY_POINT = {
    .header_size = 32,
    .magic = {0xda, 0x27},
    .info = {.size = sizeof(UDataInfo),
             .isBigEndian = U_IS_BIG_ENDIAN,
             .charsetFamily = U_CHARSET_FAMILY,
             .sizeofUChar = sizeof(UChar),
             .dataFormat = {'T', 'o', 'C', 'P'},
             .formatVersion = {1, 0, 0, 0}},
};
