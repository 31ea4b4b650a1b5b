import HoneEngine
import HoneTestSupport
import Testing

@testable import HoneRewrite

/// `a` and `an` follow the ear, not the eye.
@Suite struct ArticleTests {
  private let articles = Articles(Engine(Grammars.builtIn))

  @Test(arguments: [
    "ranker", "user", "user-facing app", "useful", "usage report", "usability test", "unit test",
    "unique key",
    "unified view", "union", "universal", "university", "unigram", "unimodal", "unidirectional LSTM",
    "unanimous",
    "ubiquitous", "utility", "utilization", "uranium", "European", "Euclidean metric", "one-off",
    "one-hot encoder",
    "once-daily job", "historic", "hybrid", "holdout", "horizontal", "honeypot", "year", "YAML file",
  ])
  func aWordThatBeginsWithAConsonantTakesA(_ text: String) {
    #expect(articles.article(before: text) == "a")
  }

  @Test(arguments: [
    "encoder", "index", "API", "hour", "hour-long talk", "hourly job", "honest", "honorary", "honour", "heir",
    "unimportant", "uninformed", "unidentified", "uninterrupted", "unusual", "urban", "upsert", "ultrasound",
    "umbrella",
    "onerous", "ongoing", "open", "eight-bit", "eleven-node", "eighteen", "Élan", "über-model", "α-test",
  ])
  func aWordThatBeginsWithAVowelTakesAn(_ text: String) {
    #expect(articles.article(before: text) == "an")
  }

  @Test(arguments: [
    "CNN", "GAN", "GPU", "BERT", "DAG", "PCA", "TPU", "UI", "URL", "USB", "UX", "UMAP", "UNet", "U-Net",
    "UTF-8", "UUID",
    "VAE", "V100", "T4", "CI/CD", "Q&A", "JSON", "SQL", "SQL-based", "SQLite", "NoSQL", "RAG", "RAGs", "REST",
    "RESTful",
    "ROS", "ROS2", "ROC", "SLAM", "SAM2", "MATLAB", "LoRA", "QLoRA", "LLaMA", "LAN", "LIDAR", "LiDAR",
    "RoBERTa", "NeRF",
    "NumPy", "SaaS", "HIPAA", "RAID", "SOC 2 audit", "SMOTE", "Spark", "Hugging Face", "k-means", "p-value",
    "t-test",
    "z-score", "kNN", "gRPC", "vLLM", "pH", "C++", ".NET", "MODEL",
  ])
  func anAcronymOrALetterThatBeginsWithAConsonantTakesA(_ text: String) {
    #expect(articles.article(before: text) == "a")
  }

  @Test(arguments: [
    "LSTM", "LLM", "LLMs", "RNN", "MLP", "SVM", "HMM", "NLP", "ML", "ML/AI", "FPGA", "API", "AUC", "ETL",
    "IoT", "SDK",
    "SLA", "S3", "EC2", "H100", "A100", "XML", "HTML", "MVP", "NER", "R&D", "M&A", "R package", "F1",
    "F1-score", "F-score",
    "L2", "R²", "A/B test", "I/O", "N-BEATS", "n-gram", "x86", "x-ray", "X-ray", "h-index", "XGBoost",
    "MLflow", "MLOps",
    "LLMOps", "MXNet", "HBase", "RLlib", "RStudio", "NVMe", "MNIST", "HDBSCAN", "HDFS", "MSc", "MBA",
    "EU-funded", "SRE",
    "SMS", "SEO", "FDA", "NIH", "NSF", "ROI", "mRNA", "mAP", "nDCG", "fMRI", "iOS", "eGFR", "scRNA-seq",
    "nnU-Net", "MoE",
    "RMSprop", "SVMs", "LC-MS", "e-commerce",
  ])
  func anAcronymOrALetterThatBeginsWithAVowelTakesAn(_ text: String) {
    #expect(articles.article(before: text) == "an")
  }

  @Test(arguments: [
    ("8-bit", "an"), ("8", "an"), ("80 %", "an"), ("80/20 split", "an"), ("8,000-node", "an"), ("8.5x", "an"),
    ("800 GB", "an"), ("11-node", "an"), ("11,000-node", "an"), ("11000", "an"), ("11.5%", "an"),
    ("11th", "an"),
    ("18-month", "an"), ("18M-row", "an"), ("8x", "an"), ("$8M budget", "an"), ("€80k", "an"), ("~80%", "an"),
    ("10x", "a"), ("1,000-node", "a"), ("1,100-node", "a"), ("110-node", "a"), ("1.8x", "a"), ("180 GB", "a"),
    ("0.8", "a"), ("100k", "a"), ("1st", "a"), ("3D", "a"), ("64-bit", "a"), ("$5M budget", "a"),
    ("7B model", "a"),
  ])
  func aNumberTakesTheArticleOfHowItIsRead(_ text: String, _ article: String) {
    #expect(articles.article(before: text) == article)
  }

  @Test(arguments: [
    ("[architecture]", "a"), ("", "a"), ("**LSTM**", "an"), ("“open” model", "an"), ("`LSTM`", "an"),
    ("(large) model", "a"), ("+5 point gain", "a"), ("— and so on", "a"),
  ])
  func signsBeforeAWordStayDumb(_ text: String, _ article: String) {
    #expect(articles.article(before: text) == article)
  }
}
