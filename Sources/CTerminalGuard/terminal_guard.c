#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

#define MAXIMUM_BYTES 512
#define PIECE 256
#define ALTERNATE_STACK_SIZE 65536

static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
#define FATAL_COUNT (sizeof fatal_signals / sizeof *fatal_signals)

static struct terminal_guard_plan plan;
static char plan_bytes[MAXIMUM_BYTES];
static struct sigaction found_fatal[FATAL_COUNT];
static bool chains;
static atomic_int armed;

/// Writes all of it in pieces that a terminal with any room takes whole, so that not even a descriptor that blocks
/// holds up the end of the process when nobody reads: it gives up after 100 ms without room.
static bool write_all(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        struct pollfd room = {.fd = descriptor, .events = POLLOUT};
        if (poll(&room, 1, 100) <= 0 || !(room.revents & POLLOUT)) return false;
        ssize_t written = write(descriptor, bytes, length < PIECE ? length : PIECE);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0 || (errno != EINTR && errno != EAGAIN)) {
            return false;
        }
    }
    return true;
}

void terminal_guard_copy(int file, int destination) {
    char buffer[4096];
    ssize_t count;
    if (lseek(file, 0, SEEK_SET) < 0) return;
    while ((count = read(file, buffer, sizeof buffer)) > 0) {
        if (!write_all(destination, buffer, (size_t)count)) return;
    }
}

/// Puts the terminal back, once, whichever thread comes first.
static void restore_terminal(void) {
    int expected = 1;
    if (!atomic_compare_exchange_strong(&armed, &expected, 0)) return;
    write_all(plan.terminal, plan_bytes, plan.length);
    tcsetattr(plan.terminal, TCSANOW, &plan.attributes);
    if (plan.messages >= 0 && plan.standard_error >= 0) {
        dup2(plan.standard_error, STDERR_FILENO);
        terminal_guard_copy(plan.messages, STDERR_FILENO);
    }
}

static void die(int signal, siginfo_t *info, void *context) {
    (void)context;
    restore_terminal();
    for (size_t i = 0; i < FATAL_COUNT; i++) {
        if (fatal_signals[i] != signal) continue;
        struct sigaction standard = {.sa_handler = SIG_DFL};
        sigaction(signal, chains ? &found_fatal[i] : &standard, NULL);
    }
    // A fault of the processor comes again by itself when the instruction is tried again, with its address; a trap
    // does not, and neither does a signal that was sent.
    if (info->si_code <= 0 || signal == SIGTRAP || signal == SIGABRT) raise(signal);
}

/// A stack overflow leaves no room for a handler on the thread's own stack.
static void provide_alternate_stack(void) {
    static char memory[ALTERNATE_STACK_SIZE];
    stack_t found;
    if (sigaltstack(NULL, &found) == 0 && !(found.ss_flags & SS_DISABLE)) return;
    stack_t stack = {.ss_sp = memory, .ss_size = sizeof memory};
    sigaltstack(&stack, NULL);
}

bool terminal_guard_arm(const struct terminal_guard_plan *wanted, bool chained) {
    static bool restores_at_exit;
    if (wanted->length > MAXIMUM_BYTES) return false;
    terminal_guard_disarm();
    plan = *wanted;
    memcpy(plan_bytes, wanted->bytes, wanted->length);
    chains = chained;
    provide_alternate_stack();
    if (!restores_at_exit) restores_at_exit = atexit(restore_terminal) == 0;
    atomic_store(&armed, 1);
    struct sigaction action = {.sa_sigaction = die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    // Every signal waits meanwhile; TTOU above all, which would stop a process that restores from the background.
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal_signals[i], &action, &found_fatal[i]);
    return true;
}

void terminal_guard_disarm(void) {
    int expected = 1;
    if (!atomic_compare_exchange_strong(&armed, &expected, 0)) return;
    for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal_signals[i], &found_fatal[i], NULL);
}

static const int watched_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
#define WATCHED_COUNT (sizeof watched_signals / sizeof *watched_signals)

static struct sigaction found_watched[WATCHED_COUNT];
static bool watches[WATCHED_COUNT];
static int signal_pipe[2] = {-1, -1};
static atomic_int continuations;

static void note(int signal) {
    int error = errno;
    unsigned char byte = (unsigned char)signal;
    if (signal == SIGCONT) atomic_fetch_add(&continuations, 1);
    // A full pipe already holds what will wake the reader.
    ssize_t written = write(signal_pipe[1], &byte, 1);
    (void)written;
    errno = error;
}

int terminal_guard_watch(void) {
    if (signal_pipe[0] >= 0) return signal_pipe[0];
    if (pipe(signal_pipe) != 0) return -1;
    for (int end = 0; end < 2; end++) {
        fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
        fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
    }
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    // Who starts a program from a thread of a pool hands on that thread's blocked signals.
    sigset_t watched;
    sigemptyset(&watched);
    for (size_t i = 0; i < WATCHED_COUNT; i++) sigaddset(&watched, watched_signals[i]);
    pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
    for (size_t i = 0; i < WATCHED_COUNT; i++) {
        sigaction(watched_signals[i], NULL, &found_watched[i]);
        watches[i] = found_watched[i].sa_handler != SIG_IGN;
        if (watches[i]) sigaction(watched_signals[i], &action, NULL);
    }
    return signal_pipe[0];
}

void terminal_guard_unwatch(void) {
    if (signal_pipe[0] < 0) return;
    for (size_t i = 0; i < WATCHED_COUNT; i++) {
        if (watches[i]) sigaction(watched_signals[i], &found_watched[i], NULL);
        watches[i] = false;
    }
    for (int end = 0; end < 2; end++) {
        close(signal_pipe[end]);
        signal_pipe[end] = -1;
    }
}

bool terminal_guard_stop_process_group(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL}, found;
    int before = atomic_load(&continuations);
    sigaction(SIGTSTP, &standard, &found);
    kill(0, SIGTSTP);
    // Another thread may take the signal, and this one runs on for a moment before it is stopped: only a
    // continuation tells that it was.
    for (int tries = 0; tries < 50 && atomic_load(&continuations) == before; tries++) {
        struct timespec pause = {.tv_nsec = 2000000};
        nanosleep(&pause, NULL);
    }
    sigaction(SIGTSTP, &found, NULL);
    return atomic_load(&continuations) != before;
}

int terminal_guard_nameless_file(void) {
#ifdef __linux__
    int memory = memfd_create("northwatch", MFD_CLOEXEC);
    if (memory >= 0) return memory;
#endif
    char path[] = "/tmp/northwatch.XXXXXX";
    int file = mkstemp(path);
    if (file < 0) return -1;
    unlink(path);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    return file;
}
