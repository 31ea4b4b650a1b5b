internal import HoneCore

/// Texts in a row that are read where they lie, by their number: a start that asks for one does not pass over the others.
///
/// Numbers are digits of six bits each, as in the table of words: how many texts there are, then where each begins, behind them
/// where the last ends, then the texts. A text may be such a table itself.
struct TextTable: Sendable {
  private static let digits = 5
  private let image: String
  /// Where it begins in the image.
  private let base: Int
  /// How many texts there are.
  let count: Int

  /// No text.
  init() { self.init(image: TextTable.image(of: [])) }

  /// The texts that an image holds.
  init(image: String) { self.init(image, base: 0) }

  private init(_ image: String, base: Int) {
    self.image = image
    self.base = base
    count = TextTable.number(image, base)
  }

  /// A text, by its number.
  subscript(_ index: Int) -> String { String(Substring(image.utf8[range(of: index)])) }

  /// The bytes of a text.
  func bytes(of index: Int) -> [UInt8] { Array(self[index].utf8) }

  /// The table as an image of its own.
  var whole: String {
    let bytes = image.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: base)
    return String(Substring(bytes[start..<bytes.index(start, offsetBy: lower(of: count) - base)]))
  }

  /// A text that is a table.
  func table(_ index: Int) -> TextTable { TextTable(image, base: lower(of: index)) }

  /// A text that is to be read where it lies.
  func words(_ index: Int) -> WordImage { WordImage(image, in: lower(of: index)..<lower(of: index + 1)) }

  /// Where a text begins in the image, in bytes.
  private func lower(of index: Int) -> Int {
    base + (count + 2) * TextTable.digits + TextTable.number(image, base + (index + 1) * TextTable.digits)
  }

  /// Where a text stands in the image: a range of bytes.
  func place(of index: Int) -> Range<Int> { lower(of: index)..<lower(of: index + 1) }

  private func range(of index: Int) -> Range<String.Index> {
    let bytes = image.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: lower(of: index))
    return start..<bytes.index(start, offsetBy: lower(of: index + 1) - lower(of: index))
  }

  /// Texts as an image.
  static func image(of texts: [[UInt8]]) -> String {
    var head = WordTableWriter.digits(texts.count, digits)
    var body: [UInt8] = []
    for text in texts {
      head += WordTableWriter.digits(body.count, digits)
      body += text
    }
    return String(decoding: head + WordTableWriter.digits(body.count, digits) + body, as: UTF8.self)
  }

  /// Values as an image, each as a writer puts it down.
  static func image<Element>(
    of elements: some Collection<Element>, _ write: (inout ImageWriter, Element) -> Void
  ) -> String {
    image(
      of: elements.map { element in
        var writer = ImageWriter()
        write(&writer, element)
        return writer.bytes
      })
  }

  private static func number(_ image: String, _ offset: Int) -> Int {
    let bytes = image.utf8
    var at = bytes.index(bytes.startIndex, offsetBy: offset)
    var number = 0
    for _ in 0..<digits {
      number = number << 6 | Int(bytes[at] &- 0x30)
      at = bytes.index(after: at)
    }
    return number
  }
}
