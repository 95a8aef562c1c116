// The least that a full-screen list can cost: rows, a selected one, and nothing else. What the terminal, the kernel and
// ncurses take is in its numbers, so that another program's can be held against them.
#include <locale.h>
#include <ncurses.h>

enum { ROWS = 1000 };

static void draw_row(int line, int row, int selected) {
  attr_t attributes = row == selected ? A_REVERSE : A_NORMAL;
  attrset(attributes);
  mvprintw(line, 0, " * row %-4d  service-%-4d  main  success  %3dm ", row, row * 7 % 1000, row % 60);
  while (getcurx(stdscr) < COLS - 1) addch(' ');
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  cbreak();
  noecho();
  curs_set(0);
  keypad(stdscr, TRUE);
  int selected = 0, top = 0;
  for (;;) {
    if (selected < top) top = selected;
    if (selected >= top + LINES) top = selected - LINES + 1;
    for (int line = 0; line < LINES; line++) draw_row(line, top + line, selected);
    int key = getch();
    if (key == 'q') break;
    if ((key == 'j' || key == KEY_DOWN) && selected < ROWS - 1) selected++;
    if ((key == 'k' || key == KEY_UP) && selected > 0) selected--;
  }
  endwin();
  return 0;
}
