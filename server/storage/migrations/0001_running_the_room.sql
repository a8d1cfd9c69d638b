CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`question` text NOT NULL,
	`items` text NOT NULL,
	`dots` integer NOT NULL,
	`most` integer NOT NULL,
	`facilitators_vote` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closes_at` integer,
	`closed_at` integer,
	`early` integer DEFAULT false NOT NULL,
	`tally` text,
	`turnout` text,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `ballots_of_workshop` ON `ballots` (`workshop_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `seats` (
	`session_hash` text NOT NULL,
	`workshop_id` text NOT NULL,
	`member_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`session_hash`, `member_id`),
	FOREIGN KEY (`session_hash`) REFERENCES `sessions`(`id_hash`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `signals` (
	`workshop_id` text NOT NULL,
	`step_id` text NOT NULL,
	`member_id` text NOT NULL,
	`signal` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `step_id`, `member_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `votes` (
	`ballot_id` text NOT NULL,
	`member_id` text NOT NULL,
	`side` text NOT NULL,
	`dots` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `member_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `steps` ADD `kind` text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `writing` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `closes_at_zero` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `skipped` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `steps` ADD `reveal_at` integer;--> statement-breakpoint
ALTER TABLE `steps` ADD `revealed_at` integer;--> statement-breakpoint
ALTER TABLE `workshops` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `workshops` ADD `came_from` text;--> statement-breakpoint
ALTER TABLE `workshops` ADD `grace` text;--> statement-breakpoint
ALTER TABLE `workshops` ADD `planned_end_at` integer;--> statement-breakpoint
ALTER TABLE `workshops` ADD `spotlight` text;--> statement-breakpoint
ALTER TABLE `workshops` ADD `announcement` text;