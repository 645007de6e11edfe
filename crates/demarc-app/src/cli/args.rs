//! What can be asked for on the command line, with the help that says so.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

const ABOUT: &str = "\
Learn who secures what in the cloud: AWS (security OF the cloud), or you
(security IN the cloud).

Without a command it opens the window. Where no window can be opened it says
why and runs the quiz in the terminal.";

const AFTER: &str = "\
Data goes to standard output, messages to standard error. Exit codes: 0 done,
1 failed, 2 wrong usage, 3 bad data (progress or content that cannot be read).";

const QUIZ: &str = "\
Practise in the terminal. It asks what the window would ask and keeps your
answers in the same place, so close the window first.

One answer a line:
  a s d  it is OF the cloud, AWS does it: sure, likely, guess
  j k l  it is IN the cloud, you do it: guess, likely, sure
  u      take the last answer back
  ?      why: more about the last answer; before the first one, the keys
  x      skip this question
  q      quit; so does the end of input

What was answered wrong comes back once before the end. Without options, a
session that was left in the middle goes on.";

const LESSONS: &str = "\
Teach the model behind the questions. Without ID it lists the lessons and how
far each has come; with one it prints the lesson, then asks its questions and
explains each answer. What you answer is kept; it is neither scored nor
scheduled.

One answer a line:
  a      it is OF the cloud, AWS does it
  l      it is IN the cloud, you do it
  1 - 4  the choice with this number
  u      take the last answer back
  q      quit; so does the end of input

What was answered wrong comes again. A lesson is done when all its questions
were answered right once.";

const CHECK: &str = "\
Judge the content. Every problem goes to standard error with its file and line,
the counts go to standard output. Dates are judged as of the content's release.

Ends with 3 if something must be mended.

With --release it also keeps what the content rules, as released.tsv beside
provider.toml. It refuses while an id of the last release is gone, or a ruling
that moved since is not named in CHANGELOG.md, above the folder, under
\"The line moved, rulings VERSION\".";

const CATALOGUE: &str = "\
Print every ruling: one for each duty in each deployment. The fields are
provider, service, service_name, category, deployment, deployment_name,
settings, duty, duty_text, layer, side (of, in, none, other), asked, basis
(stated, follows), reason, misconception, sources (title, url, checked).

In CSV, settings are `name=value` and sources `title <url> (checked date)`,
joined by `; `. A field that a spreadsheet would take for a formula begins with
an apostrophe.

Markdown is written as one page a service into the folder of --output: stack,
line, duties, sources.";

const RULING: &str = "\
Print one ruling with its proof: the rules that hold for it, from those said of
every service to the one that decides, each with its file and line.";

const CHOOSE: &str = "\
What each way to meet a need leaves to you: from the one that leaves most (most
control) to the one that takes most off you. Without NEED it lists the needs.

For each way: how many duties are yours, how many of these lie on each layer
from the data down to the buildings, where the line runs (|; a layer that it
divides has it inside), and how many duties it takes off you beside the first.
Below stand the duties that the provider takes over, those that fall away, and
those that you have in addition.

Only duties that are asked are counted; what a way does not have is no duty of
anybody's. A stack's duty is yours if any of its parts leaves it to you.";

const AUDIT: &str = "\
Test the rulings on a reader who has not seen them (docs/audit/README.md).

It draws rulings that are asked: half of them dependent on a setting, spread
over the categories. It prints only what a blind reader may see, with tabs
between: deployment, duty, name, settings, prompt. One seed gives one draw.

With --compare it takes the reader's table (deployment, duty, answer,
certainty, page, note; an answer is of, in or none) and prints each beside the
ruling, with how many agree at the end, in lines that begin with #.";

const STATS: &str = "\
Print what you know. It only reads, so it works beside an open window.

With --json: answers (without those taken back), sessions (each with its
score), score, guess_corrected, due, mastery, calibration, lessons_done,
lessons. Shares go from 0 to 1; null stands where nothing was answered yet.
Mastery is what you probably know of all rulings, luck taken out, with an
interval of 90 %; null until there are enough answers to tell.";

const EXPORT: &str = "\
Print all your data, to keep or to move. It only reads, so it works beside an
open window. JSON holds everything; CSV holds the answers, one a row, those in
lessons after the others.";

const PATHS: &str = "\
Print where your data lies, whether it is there yet or not, and what chose the
folder: --data-dir, DEMARC_DATA_DIR, or the system.";

/// Everything that was asked for.
#[derive(Debug, Parser)]
#[command(name = "demarc", version, long_about = ABOUT, after_help = AFTER)]
#[command(about = "Learn who secures what in the cloud: AWS, or you.")]
pub struct Args {
    /// Keep progress in this folder
    ///
    /// Without it, in the folder that DEMARC_DATA_DIR names;
    /// without that, in the one that the system gives.
    #[arg(long, global = true, value_name = "DIR", verbatim_doc_comment)]
    pub data_dir: Option<PathBuf>,
    /// Without one, the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Practise in the terminal: one answer a line
    #[command(long_about = QUIZ)]
    Quiz(QuizArgs),
    /// Teach the model: a lesson and its questions, or the list of lessons
    #[command(long_about = LESSONS)]
    Lessons {
        /// A lesson, such as `control-kinds`; without it, the list
        id: Option<String>,
    },
    /// Judge the content and count what is in it
    #[command(long_about = CHECK)]
    Check {
        /// A folder of content, such as `questions`; without it, the content in this program
        dir: Option<PathBuf>,
        /// Print also what an author looks at next: coverage, levels, ages, thin services, settings
        #[arg(long)]
        report: bool,
        /// Keep the content of DIR as this release
        #[arg(long, value_name = "VERSION", requires = "dir")]
        release: Option<String>,
    },
    /// Print every ruling
    #[command(long_about = CATALOGUE)]
    Catalogue {
        /// How to print it
        #[arg(long, value_enum, default_value_t = Shape::Json)]
        format: Shape,
        /// The folder into which Markdown is written, one page a service
        #[arg(short, long, value_name = "DIR", required_if_eq("format", "markdown"))]
        output: Option<PathBuf>,
    },
    /// Print one ruling with its proof
    #[command(long_about = RULING)]
    Ruling {
        /// A deployment, such as `lambda.zip.auto`
        deployment: String,
        /// A duty, such as `runtime.apply`
        duty: String,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print what each way to meet a need leaves to you, or the list of needs
    #[command(long_about = CHOOSE)]
    Choose {
        /// A need, such as `api`; without it, the list
        need: Option<String>,
    },
    /// Draw rulings for a blind reader, or compare a reader's answers
    #[command(long_about = AUDIT)]
    Audit(AuditArgs),
    /// Print what you know: answers, sessions, scores, what is due
    #[command(long_about = STATS)]
    Stats {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print all your data
    #[command(long_about = EXPORT)]
    Export {
        /// How to print it
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
    },
    /// Print where your data lies
    #[command(long_about = PATHS)]
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

/// What an audit is to draw or to compare.
#[derive(Debug, ClapArgs)]
pub struct AuditArgs {
    /// Draw by this number: with the same content, the same rulings
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How many to draw
    #[arg(long, value_name = "N", default_value_t = 300)]
    pub count: usize,
    /// Draw nothing that these draws or logs list
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub not: Vec<PathBuf>,
    /// Set the answers in this file beside the rulings
    #[arg(long, value_name = "FILE", conflicts_with_all = ["seed", "count", "not"])]
    pub compare: Option<PathBuf>,
}

/// How the catalogue is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// One JSON document
    Json,
    /// Comma-separated values with a header
    Csv,
    /// Pages to read, one a service, in the folder of --output
    Markdown,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON document
    Json,
    /// Comma-separated values with a header
    Csv,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_help_fits_a_terminal_of_eighty_columns() {
        for text in
            [ABOUT, AFTER, QUIZ, LESSONS, CHECK, CATALOGUE, RULING, AUDIT, STATS, EXPORT, PATHS]
        {
            for line in text.lines() {
                assert!(line.chars().count() < 80, "{line}");
            }
        }
    }

    #[test]
    fn every_option_and_argument_is_explained() {
        let mut command = Args::command();
        command.build();
        let with_sub = std::iter::once(&command).chain(command.get_subcommands());
        for command in with_sub.filter(|command| command.get_name() != "help") {
            assert!(command.get_long_about().is_some(), "{}", command.get_name());
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{} {argument}", command.get_name());
            }
        }
    }
}
