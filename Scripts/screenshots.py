#!/usr/bin/env python3
"""Takes the pictures of the README: runs the demo in tmux, captures the screen and draws it as SVG.

  screenshots.py BINARY FOLDER [NAME...]

Needs tmux and nothing beside Python's own library. The worlds are made from a fixed seed; the clock is the day's.
"""
import html
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

# name: (columns, rows, arguments, environment, keys with the seconds to wait before each)
SCENES = {
    "calm": (120, 40, ["--scenario", "calm"], {}, [(4, "2"), (0.5, "j")]),
    "incident": (120, 40, ["--scenario", "incident"], {}, [(6, "2")]),
    "problems": (120, 40, ["--scenario", "incident"], {}, [(6, "!")]),
    "page": (120, 40, ["--scenario", "calm"], {}, [(5, "2"), (0.5, "Enter"), (2, "")]),
    "palette": (120, 40, ["--scenario", "calm"], {}, [(4, ":"), (0.5, "l"), (0.2, "e"), (0.2, "d")]),
    "question": (120, 40, ["--scenario", "calm"], {}, [(4, "5"), (0.5, "S"), (0.5, "")]),
    "80x24": (80, 24, ["--scenario", "incident"], {}, [(6, "2")]),
    "monochrome": (120, 40, ["--scenario", "incident"], {"NO_COLOR": "1"}, [(6, "2")]),
}

FOREGROUND, BACKGROUND = "#c8d3f5", "#16192a"
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN, BAR = 8.428, 16.5, 14, 16, 28
PALETTE = [
    "#1b1d2b", "#ff757f", "#c3e88d", "#ffc777", "#82aaff", "#c099ff", "#86e1fc", "#c8d3f5",
    "#444a73", "#ff8d94", "#c7fb6d", "#ffd8ab", "#9ab8ff", "#caabff", "#b2ebff", "#ffffff",
]


class Terminal:
    """The demo in a tmux of its own."""

    def __init__(self, binary, columns, rows, arguments, environment):
        self.rows = rows
        self.folder = tempfile.TemporaryDirectory()
        self.tmux = ["tmux", "-S", os.path.join(self.folder.name, "tmux"), "-f", "/dev/null"]
        variables = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", **environment}
        command = ["env", *(f"{name}={value}" for name, value in variables.items()), binary, "demo", "--seed", "7"]
        subprocess.run(
            [*self.tmux, "new-session", "-d", "-x", str(columns), "-y", str(rows), *command, *arguments], check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run([*self.tmux, "kill-server"], check=False)
        self.folder.cleanup()

    def press(self, key):
        subprocess.run([*self.tmux, "send-keys", key], check=True)

    def lines(self):
        """The screen's lines with their SGR sequences, each with those that hold at its start."""
        answer = subprocess.run(
            [*self.tmux, "capture-pane", "-e", "-N", "-p"], check=True, capture_output=True, text=True)
        lines, held = [], ""
        for line in answer.stdout.split("\n")[:self.rows]:
            lines.append(held + line)
            for sequence in re.findall(r"\x1b\[[0-9;:]*m", line):
                held = "" if re.fullmatch(r"\x1b\[0?m", sequence) else held + sequence
        return lines


def capture(binary, columns, rows, arguments, environment, keys):
    """The screen's lines after the keys."""
    with Terminal(binary, columns, rows, arguments, environment) as terminal:
        for pause, key in keys:
            time.sleep(pause)
            if key:
                terminal.press(key)
        time.sleep(1)
        return terminal.lines()


class Style:
    """What SGR sequences have asked for so far."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.foreground = self.background = None
        self.bold = self.dim = self.italic = self.underline = self.reverse = False

    def apply(self, parameters):
        codes = [int(code or 0) for code in parameters.replace(":", ";").split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.reset()
            elif code in (1, 2, 3, 4, 7):
                setattr(self, {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}[code], True)
            elif code == 22:
                self.bold = self.dim = False
            elif code in (23, 24, 27):
                setattr(self, {23: "italic", 24: "underline", 27: "reverse"}[code], False)
            elif code in (38, 48):
                color = self.extended(codes)
                if code == 38:
                    self.foreground = color
                else:
                    self.background = color
            elif code in (39, 49):
                setattr(self, {39: "foreground", 49: "background"}[code], None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.foreground = PALETTE[code - 30 if code < 90 else code - 82]
            elif 40 <= code <= 47 or 100 <= code <= 107:
                self.background = PALETTE[code - 40 if code < 100 else code - 92]

    @staticmethod
    def extended(codes):
        if codes.pop(0) == 2:
            return "#%02x%02x%02x" % tuple(codes.pop(0) for _ in range(3))
        number = codes.pop(0)
        if number < 16:
            return PALETTE[number]
        if number >= 232:
            return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)
        steps = [0, 95, 135, 175, 215, 255]
        number -= 16
        return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])

    def look(self):
        foreground, background = self.foreground or FOREGROUND, self.background
        if self.reverse:
            foreground, background = background or BACKGROUND, foreground
        return foreground, background, self.bold, self.dim, self.italic, self.underline


def runs(line, style):
    """Pieces of a line that look alike: (column, columns, text, look)."""
    column, result = 0, []
    for piece in re.split(r"(\x1b\[[0-9;:]*m)", line):
        sequence = re.fullmatch(r"\x1b\[([0-9;:]*)m", piece)
        if sequence:
            style.apply(sequence[1])
            continue
        # Cut at gaps, so that no font's idea of a space moves what comes after it.
        for part in filter(None, re.split(r"( {2,})", piece)):
            width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in part if not unicodedata.combining(c))
            result.append((column, width, part, style.look()))
            column += width
    return result


def frame(columns, rows, title, content):
    """A window with something in it, as SVG."""
    width, height = columns * CELL_WIDTH + 2 * MARGIN, rows * CELL_HEIGHT + 2 * MARGIN + BAR
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">',
        f'<rect width="{width:g}" height="{height:g}" rx="10" fill="{BACKGROUND}"/>',
        *(f'<circle cx="{20 + 20 * i}" cy="18" r="6" fill="{c}"/>' for i, c in enumerate(["#ff5f57", "#febc2e", "#28c840"])),
        f'<text x="{width / 2:g}" y="22" fill="#8b93b8" font-family="sans-serif" font-size="13" text-anchor="middle">{title}</text>',
        '<g font-family="\'DejaVu Sans Mono\',\'JetBrains Mono\',Menlo,Consolas,monospace" '
        f'font-size="{FONT_SIZE}" xml:space="preserve">',
        *content, "</g>", "</svg>", "",
    ])


def draw_line(line, top, style):
    """The pieces of a line whose upper edge is at `top`."""
    out = []
    for column, span, text, (foreground, background, bold, dim, italic, underline) in runs(line, style):
        x = MARGIN + column * CELL_WIDTH
        if background:
            out.append(
                f'<rect x="{x:g}" y="{top:g}" width="{span * CELL_WIDTH:g}" height="{CELL_HEIGHT}" fill="{background}"/>')
        if text.strip():
            extra = (' font-weight="bold"' if bold else "") + (' opacity="0.6"' if dim else "")
            extra += (' font-style="italic"' if italic else "") + (' text-decoration="underline"' if underline else "")
            out.append(
                f'<text x="{x:g}" y="{top + 13:g}" textLength="{span * CELL_WIDTH:g}" fill="{foreground}"{extra}>'
                f"{html.escape(text)}</text>")
    return out


def top(row):
    return BAR + MARGIN + row * CELL_HEIGHT


def draw(lines, columns, rows, title):
    style = Style()
    content = [piece for row, line in enumerate(lines) for piece in draw_line(line, top(row), style)]
    return frame(columns, rows, title, content)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary, folder, names = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:] or list(SCENES)
    os.makedirs(folder, exist_ok=True)
    for name in names:
        columns, rows, arguments, environment, keys = SCENES[name]
        lines = capture(binary, columns, rows, arguments, environment, keys)
        title = html.escape(" ".join(["northwatch demo", *arguments]))
        with open(os.path.join(folder, f"{name}.svg"), "w", encoding="utf-8") as file:
            file.write(draw(lines, columns, rows, title))
        print(f"{folder}/{name}.svg")


if __name__ == "__main__":
    main()
