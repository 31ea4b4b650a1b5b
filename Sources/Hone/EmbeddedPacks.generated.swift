enum EmbeddedPacks {
  static let all: [EmbeddedPack] = []
}
