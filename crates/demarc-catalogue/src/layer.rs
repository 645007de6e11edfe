//! The nine layers, from the building up.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where in the stack a duty lies; ordered from the building up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Buildings, sites, the provider's staff.
    Facilities,
    /// Servers, media, the network between sites.
    Hardware,
    /// Hypervisor, hosts, isolation.
    Virtualization,
    /// The operating system in the guest.
    GuestOs,
    /// Orchestration, runtime or engine, the service's own software.
    Platform,
    /// Endpoints, certificates, traffic rules.
    Network,
    /// Code, libraries, logs.
    Application,
    /// Who may do what.
    Access,
    /// Data with their encryption, keys and backups.
    Data,
}

impl Layer {
    /// All layers, from the building up.
    pub const ALL: [Layer; 9] = [
        Layer::Facilities,
        Layer::Hardware,
        Layer::Virtualization,
        Layer::GuestOs,
        Layer::Platform,
        Layer::Network,
        Layer::Application,
        Layer::Access,
        Layer::Data,
    ];

    /// The word that stands in data and in exports.
    pub const fn id(self) -> &'static str {
        match self {
            Layer::Facilities => "facilities",
            Layer::Hardware => "hardware",
            Layer::Virtualization => "virtualization",
            Layer::GuestOs => "guest-os",
            Layer::Platform => "platform",
            Layer::Network => "network",
            Layer::Application => "application",
            Layer::Access => "access",
            Layer::Data => "data",
        }
    }

    /// The name on screen.
    pub const fn name(self) -> &'static str {
        match self {
            Layer::Facilities => "Facilities",
            Layer::Hardware => "Hardware",
            Layer::Virtualization => "Virtualization",
            Layer::GuestOs => "Guest OS",
            Layer::Platform => "Platform",
            Layer::Network => "Network settings",
            Layer::Application => "Application",
            Layer::Access => "Access",
            Layer::Data => "Data",
        }
    }

    /// Its place from the building up, 0 to 8.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The layer with this id.
    pub fn named(id: &str) -> Option<Layer> {
        Layer::ALL.into_iter().find(|layer| layer.id() == id)
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
