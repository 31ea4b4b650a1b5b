enum EmbeddedFormats {
  static let all: [String: String] = [:]
}
