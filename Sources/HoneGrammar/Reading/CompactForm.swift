internal import HoneCore

/// The form that the built-in packs are embedded in: nodes with their lengths written before them.
///
/// YAML takes about 0.4 ms a kilobyte to parse, more than all the rest of a start together; this form is read in
/// one pass. A scalar is `'LENGTH:TEXT`, a list `[COUNT:` and its nodes, a map `{COUNT:` and its keys and values.
public enum CompactForm {
  /// Writes a node without its places.
  public static func write(_ node: Node) -> String {
    switch node.value {
    case .scalar(let text, let plain): "\(plain ? "-" : "'")\(text.utf8.count):\(text)"
    case .list(let nodes): "[\(nodes.count):" + nodes.map(write).joined()
    case .map(let pairs): "{\(pairs.count):" + pairs.map { write($0.key) + write($0.value) }.joined()
    }
  }

  /// Reads a node that `write` wrote; the place of each is the file.
  public static func read(_ text: String, file: String) -> Node {
    var reader = Reader(bytes: Array(text.utf8), place: Place(file: file))
    return reader.node()
  }

  private struct Reader {
    let bytes: [UInt8]
    let place: Place
    var at = 0

    mutating func node() -> Node {
      let tag = bytes[at]
      at += 1
      var count = 0
      while bytes[at] != 0x3A {
        count = count * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      at += 1
      switch tag {
      case 0x5B:
        return Node(.list((0..<count).map { _ in node() }), place)
      case 0x7B:
        return Node(.map((0..<count).map { _ in (node(), node()) }), place)
      default:
        defer { at += count }
        return Node(.scalar(bytes.text(at..<(at + count)), plain: tag == 0x2D), place)
      }
    }
  }
}
