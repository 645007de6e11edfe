//! What you remember: answers, schedule, sessions, scores.
