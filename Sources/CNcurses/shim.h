#ifndef NORTHWATCH_CNCURSES_SHIM_H
#define NORTHWATCH_CNCURSES_SHIM_H

// SwiftPM drops the -D flags of ncursesw.pc; without them the wide-character calls are not declared.
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>

#endif
