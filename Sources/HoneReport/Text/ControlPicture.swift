/// Signs that a terminal would act on, by the pictures that stand for them.
enum ControlPicture {
  /// A sign as a person may be shown it; what divides words and lines is a space.
  static func shown(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    switch scalar {
    case "\t", "\n", "\r": return " "
    default: return picture(of: scalar).map { Character($0) } ?? character
    }
  }

  /// The picture of a control, or `nil` for any other sign.
  static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: nil
    }
  }
}
