internal import TerminalUI

struct InputDecoder {
    var isWaiting: Bool { false }
    mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
        bytes.filter { $0 >= 0x20 && $0 < 0x7F }.map { .key(Key(Character(Unicode.Scalar($0)))) }
    }
    mutating func timeout() -> [InputEvent] { [] }
}
extension Color { func degraded(to depth: ColorDepth) -> Color { self } }
