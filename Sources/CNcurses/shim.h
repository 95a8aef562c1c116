#ifndef NORTHWATCH_CNCURSES_SHIM_H
#define NORTHWATCH_CNCURSES_SHIM_H

// SwiftPM drops the -D flags of ncursesw.pc; without them the wide-character calls are not declared.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include <ncurses.h>
#include <term.h>

// Swift imports neither ncurses' function-like macros nor, in its 6 mode, global variables. All that is needed of
// them has an accessor here, and only here.

// wcwidth is hidden by glibc's headers unless _XOPEN_SOURCE is set before the first of them, which a module can't do.
extern int wcwidth(wchar_t);

static inline WINDOW *ncurses_screen_window(void) { return stdscr; }
static inline WINDOW *ncurses_current_window(void) { return curscr; }
static inline int ncurses_colors(void) { return COLORS; }
static inline int ncurses_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t ncurses_attribute_bold(void) { return WA_BOLD; }
static inline attr_t ncurses_attribute_dim(void) { return WA_DIM; }
static inline attr_t ncurses_attribute_underline(void) { return WA_UNDERLINE; }
static inline attr_t ncurses_attribute_reverse(void) { return WA_REVERSE; }
static inline attr_t ncurses_attribute_italic(void) {
#ifdef WA_ITALIC
    return WA_ITALIC;
#else
    return WA_NORMAL;
#endif
}

/// Fills a cell with a character and up to two combining marks (0 for none). The pair goes through `opts`: as a short
/// or in the attributes it would be cut to 15 or 8 bits.
static inline bool ncurses_set_cell(
    cchar_t *cell, uint32_t base, uint32_t first_mark, uint32_t second_mark, attr_t attributes, int pair
) {
    wchar_t text[4] = {(wchar_t)base, 0, 0, 0};
    int length = 1;
    if (first_mark) text[length++] = (wchar_t)first_mark;
    if (second_mark) text[length++] = (wchar_t)second_mark;
    return setcchar(cell, text, attributes, 0, &pair) == OK;
}

/// Gives a colour pair its colours; -1 is the terminal's own.
static inline bool ncurses_define_pair(int pair, int foreground, int background) {
    return init_extended_pair(pair, foreground, background) == OK;
}

/// The columns that this locale gives a character; negative when it can't be shown.
static inline int ncurses_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Terminfo

static inline int terminfo_boolean_count(void) { return BOOLCOUNT; }
static inline int terminfo_number_count(void) { return NUMCOUNT; }
static inline int terminfo_string_count(void) { return STRCOUNT; }
static inline const char *terminfo_boolean_name(int index) { return boolnames[index]; }
static inline const char *terminfo_number_name(int index) { return numnames[index]; }
static inline const char *terminfo_string_name(int index) { return strnames[index]; }

static inline bool terminfo_flag(const char *name) { return tigetflag(name) > 0; }

/// A number, or -1 where the terminal has none.
static inline int terminfo_number(const char *name) {
    int value = tigetnum(name);
    return value < 0 ? -1 : value;
}

/// A string, or NULL where the terminal has none.
static inline const char *terminfo_string(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

/// Loads a terminal's description; false when there is none.
static inline bool terminfo_load(const char *name) {
    int status = 0;
    return setupterm(name, 1, &status) == OK;
}

/// Forgets what `terminfo_load` loaded.
static inline void terminfo_unload(void) {
    if (cur_term) del_curterm(cur_term);
}

#endif
