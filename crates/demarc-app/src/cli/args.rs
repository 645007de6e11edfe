//! What can be asked for on the command line, with the help that says so.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Everything that was asked for.
#[derive(Debug, Parser)]
#[command(
    name = "demarc",
    version,
    about = "Learn who secures what in the cloud: AWS, or you.",
    long_about = "Learn who secures what in the cloud: AWS (security OF the cloud), or you (security \
                  IN the cloud).\n\nWithout a command it opens the window; where no window can be \
                  opened it says why and runs the quiz in the terminal.",
    after_help = "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad data (progress or content that \
                  cannot be read).\nData goes to standard output, messages to standard error.",
    max_term_width = 100
)]
pub struct Args {
    /// Keep progress in this folder
    ///
    /// Without it, the folder that DEMARC_DATA_DIR names; without that, the one that the system
    /// gives (`demarc paths` prints it).
    #[arg(long, global = true, value_name = "DIR", help_heading = "Everywhere")]
    pub data_dir: Option<PathBuf>,
    /// Without one, the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Practise in the terminal: one answer a line
    #[command(
        long_about = "Practise in the terminal. It asks what the window would ask and keeps your \
                      answers in the same place, so close the window first.\n\nOne answer a line:\n  \
                      a s d  it is OF the cloud, AWS does it: sure, likely, guess\n  \
                      j k l  it is IN the cloud, you do it: guess, likely, sure\n  \
                      u      take the last answer back\n  \
                      ?      why: more about the last answer; before the first one, the keys\n  \
                      x      skip this question\n  \
                      q      quit; so does the end of input\n\nWhat was answered wrong comes back once \
                      before the end. Without options, a session that was left in the middle goes on.",
    )]
    Quiz(QuizArgs),
    /// Judge the content and count what is in it
    #[command(
        long_about = "Judge the content: every problem with its file and line goes to standard error, \
                      the counts to standard output. Dates are judged as of the content's release.\n\n\
                      Ends with 3 if there are problems.",
    )]
    Check {
        /// A folder of content, such as `questions`; without it, the content in this program
        dir: Option<PathBuf>,
    },
    /// Print every ruling
    #[command(
        long_about = "Print every ruling, one for each duty in each deployment. Fields: provider, \
                      service, service_name, category, deployment, deployment_name, settings, duty, \
                      duty_text, layer, side (of, in, none, other), asked, basis (stated, follows), \
                      reason, misconception, sources.\n\nIn CSV, settings are `name=value` and sources \
                      `title <url> (checked date)`, joined by `; `. A field that a spreadsheet would \
                      take for a formula begins with an apostrophe.",
    )]
    Catalogue {
        /// How to print it
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Print one ruling with its proof
    #[command(
        long_about = "Print one ruling with its proof: the rules that hold for it, from those said of \
                      every service to the one that decides, each with its file and line.",
    )]
    Ruling {
        /// A deployment, such as `lambda.zip.auto`
        deployment: String,
        /// A duty, such as `runtime.apply`
        duty: String,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print what you know: answers, sessions, scores, what is due
    #[command(
        long_about = "Print what you know. It only reads, so it works beside an open window.\n\nWith \
                      --json: answers (without those taken back), sessions (each with its score), \
                      score, guess_corrected, due, mastery, calibration. Shares are from 0 to 1.",
    )]
    Stats {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print all your data
    #[command(
        long_about = "Print all your data, to keep or to move. It only reads, so it works beside an \
                      open window. JSON holds everything; CSV holds the answers, one a row.",
    )]
    Export {
        /// How to print it
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Print where your data lies
    Paths,
}

/// What the quiz is to ask.
#[derive(Debug, Default, ClapArgs)]
pub struct QuizArgs {
    /// How many questions, 1 to 500 [default: 10]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=500))]
    pub questions: Option<u16>,
    /// Only about this service, such as `lambda`
    #[arg(long, value_name = "ID")]
    pub service: Option<String>,
    /// Choose by this number: with the same progress, the same questions
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

impl QuizArgs {
    /// Whether nothing was asked for in particular.
    pub fn is_open(&self) -> bool {
        self.questions.is_none() && self.service.is_none() && self.seed.is_none()
    }
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON document
    Json,
    /// Comma-separated values with a header
    Csv,
}
