//! The coverage in words: figures first, then the lists behind them.

use std::fmt;

use super::{Coverage, SettingReach};

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "services  deployments  asked  stated  scenarios  category")?;
        for it in &self.categories {
            writeln!(
                f,
                "{:>8}  {:>11}  {:>5}  {:>6}  {:>9}  {}",
                it.services, it.deployments, it.asked, it.stated, it.scenarios, it.name
            )?;
        }
        writeln!(f, "\nasked rulings by the level that decides them")?;
        for (name, count) in self.levels {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "{:>6}  by rules of the service, with settings or without", self.own)?;
        let share = 100 * self.own_stated / self.own.max(1);
        writeln!(f, "{:>6}  of them stated by its own guide ({share} %)", self.own_stated)?;
        writeln!(f, "\nsources by the days since they were read")?;
        for (name, count) in self.ages {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "\nservices with the fewest rules of their own that cite their guide")?;
        for (name, count) in &self.thin {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "\npairs of deployments that are asked alike: {}", self.twins.len())?;
        for (one, other) in &self.twins {
            writeln!(f, "        {one} and {other}")?;
        }
        writeln!(f, "\nduties that can move and are asked on one side only")?;
        for name in &self.one_sided {
            writeln!(f, "        {name}")?;
        }
        self.flips(f)
    }
}

impl Coverage {
    fn flips(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let live = self.settings.iter().filter(|it| !it.flips.is_empty());
        let count =
            |of: fn(&SettingReach) -> bool| self.settings.iter().filter(|it| of(it)).count();
        let across = count(|it| it.flips.iter().any(|flip| flip.across));
        let flips = || self.settings.iter().flat_map(|it| &it.flips);
        let firm = flips().filter(|flip| flip.loose.is_empty()).count();
        writeln!(f, "\nsettings and the duties that each flips")?;
        writeln!(f, "{:>6}  live settings", live.count())?;
        writeln!(f, "{across:>6}  flip a duty between `of` and `in`")?;
        writeln!(
            f,
            "{:>6}  have a flip that rules of the service decide by its own guides, on both sides",
            count(SettingReach::decided)
        )?;
        writeln!(f, "{:>6}  have every flip so decided", count(SettingReach::all_decided))?;
        writeln!(f, "{:>6}  flips", flips().count())?;
        writeln!(f, "{firm:>6}  flips so decided in every pair of deployments")?;
        for it in &self.settings {
            let duties: Vec<&str> = it.flips.iter().map(|flip| flip.duty.as_str()).collect();
            writeln!(f, "        {}: {}", it.name, duties.join(", "))?;
        }
        writeln!(f, "\nflips decided by a class or uncited by its guide")?;
        for it in &self.settings {
            for flip in it.flips.iter().filter(|flip| !flip.loose.is_empty()) {
                writeln!(f, "        {}: {}: {}", it.name, flip.duty, flip.loose.join("; "))?;
            }
        }
        Ok(())
    }
}
