-- How often a policy had its items evaluated anew, and which of these an item has seen.
ALTER TABLE routing_policy ADD COLUMN round integer NOT NULL DEFAULT 0;
ALTER TABLE work_item ADD COLUMN policy_round integer NOT NULL DEFAULT 0;
