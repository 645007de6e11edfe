//! What is true: duties, services, rules, and the rulings that follow from them.
