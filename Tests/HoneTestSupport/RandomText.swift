/// Text that nobody would write: every script, sign and bracket in any order.
package enum RandomText {
  /// So many texts.
  package static func texts(_ count: Int, for name: String) -> [String] {
    var random = SeededRandom(for: name)
    return (0..<count).map { _ in text(&random) }
  }

  /// Bytes, mostly UTF-8, of lines, markers and spaces.
  package static func bytes(_ random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 0..<60, using: &random)).flatMap { _ -> [UInt8] in
      if random.chance(4) { return [random.pick([0, 0x80, 0xC3, 0xE2, 0xED, 0xF8, 0xFF])] }
      return Array((random.chance(40) ? random.pick(layout) : random.pick(words)).utf8)
    }
  }

  private static func text(_ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<18, using: &random) {
      text += random.chance(65) ? random.pick(words) : random.pick(signs)
      if random.chance(70) { text += random.pick([" ", " ", " ", "\u{A0}", "  ", "\t", "\u{202F}"]) }
    }
    return text
  }

  private static let layout = [
    "\n", "\n", "\r\n", " ", "  ", "\t", "- ", "• ", "* ", "1. ", "a) ", "(2) ", "\u{FEFF}", ": ", ".", "–",
    "\r", "\u{A0}",
    "\n  ", "\n- ", "\n\n",
  ]

  private static let words = [
    "Responsible", "for", "training", "a", "an", "the", "machine", "learning", "models", "was", "deployed",
    "and", "Helped",
    "build", "various", "I", "We", "my", "naïve", "NAÏVE", "café", "cafe\u{301}", "Größe", "straße",
    "İstanbul", "ſuccessfully",
    "C++", ".NET", "C#", "LED", "led", "AWS", "aws", "GPT-4", "YOLOv5", "25M+", "50ms", "1,000", "1 000",
    "１４％", "٢٥", "२५", "Ⅷ", "½",
    "³", "3×", "14 %", "$2M", "€5", "p99", "e.g.", "U.S.", "don't", "don’t", "https://a.b/c?d=[e]", "x@y.zz",
    "שלום", "مرحبا",
    "日本語", "모델", "модель", "🚀", "👩🏽‍💻", "🇺🇸", "e\u{301}\u{323}", "\u{200D}", "\u{200B}", "\u{202E}abc\u{202C}",
    "\u{FEFF}", "\u{FFFD}",
    "utilized", "leveraged", "in", "order", "to", "successfully", "robust", "deep", "AI", "using", "PyTorch",
    "by", "with",
    "significantly", "improved", "accuracy", "latency", "ﬁne-tuned", "K\u{212A}", "\u{10FFFF}", "\u{0}",
  ]

  private static let signs = [
    "[", "]", "[[", "]]", "[metric]", "[architecture]", "{", "}", "{a}", "{slot:metric}", "(", ")", "(?",
    "\\", "\\K", "$", "%", "&",
    "#", "_", "~", "–", "—", "-", ":", ";", ",", ".", "...", "!", "?", "“", "”", "\"", "'", "|", "·", "•",
    "*", "+", "<", ">", "=",
    "/", "…", "→", "°",
  ]
}
