#ifndef NORTHWATCH_TERMINAL_GUARD_H
#define NORTHWATCH_TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// What must work inside a signal handler, where Swift can't: putting the terminal back when the process crashes, and
// turning signals into bytes of a pipe. The handlers call async-signal-safe functions only.

/// What it takes to give the terminal back.
struct terminal_guard_plan {
    /// The terminal.
    int terminal;
    /// Its attributes as they were found.
    struct termios attributes;
    /// What to write first: main screen, cursor, modes off. Copied; at most 512 bytes.
    const char *bytes;
    size_t length;
    /// The file that holds what went to standard error meanwhile, and where standard error led before; -1 when it
    /// was not redirected.
    int messages;
    int standard_error;
};

/// From here on a crash or an `exit` puts the terminal back first. Takes the fatal signals (SEGV, BUS, ILL, TRAP,
/// ABRT, FPE). When `chained` is false the signal then ends the process at once; when true the handlers found before
/// run (the Swift runtime's backtracer is one, which may hold the terminal for half a minute).
/// - Returns: false when the plan is too long.
bool terminal_guard_arm(const struct terminal_guard_plan *plan, bool chained);

/// Gives the fatal signals back. Does nothing when not armed.
void terminal_guard_disarm(void);

/// Catches INT, TERM, HUP, QUIT, TSTP, CONT and WINCH, except those that are ignored, as `nohup` does with HUP.
/// - Returns: a descriptor that does not block, from which each arriving signal is read as one byte, its number;
///   -1 with `errno` set.
int terminal_guard_watch(void);

/// Gives those signals back and closes the pipe.
void terminal_guard_unwatch(void);

/// Stops the process group as the terminal's own Ctrl-Z would, and returns once it is continued.
/// - Returns: false when nothing was stopped, since no shell would be there to continue an orphaned process group.
bool terminal_guard_stop_process_group(void);

/// An open file without a name, closed on exec, for bytes that must not go to the terminal yet; -1 with `errno` set.
int terminal_guard_nameless_file(void);

/// Copies a file from its start to another descriptor; gives up when that one has no room for 100 ms.
void terminal_guard_copy(int file, int destination);

#endif
