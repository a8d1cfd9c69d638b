CREATE TABLE `actions` (
	`workshop_id` text NOT NULL,
	`action_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`frozen` text NOT NULL,
	`hash` text NOT NULL,
	`asked` text NOT NULL,
	`put_at` integer NOT NULL,
	`closed_at` integer,
	`closed_early` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `action_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actions_number` ON `actions` (`workshop_id`,`number`);--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`action_id` text NOT NULL,
	`revision` integer NOT NULL,
	`organisation` text NOT NULL,
	`organisation_key` text NOT NULL,
	`side` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`job_title` text NOT NULL,
	`answer` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by_date` text,
	`at` integer NOT NULL,
	`disputed_by` text,
	`dispute_reason` text,
	`disputed_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answers_of_action` ON `answers` (`workshop_id`,`action_id`,`revision`,`organisation_key`);--> statement-breakpoint
CREATE TABLE `canvases` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `canvases_of_workshop` ON `canvases` (`workshop_id`,`position`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`side` text,
	`member_id` text,
	`code` text NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`expires_at` integer,
	`used_at` integer,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_code_unique` ON `links` (`code`);--> statement-breakpoint
CREATE INDEX `links_of_workshop` ON `links` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`side` text,
	`role` text NOT NULL,
	`link_id` text,
	`joined_at` integer NOT NULL,
	`brief_read_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `members_of_workshop` ON `members` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `records` (
	`workshop_id` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`action_id` text NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`closed_early` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `number`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `session_members` (
	`session_hash` text NOT NULL,
	`workshop_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`session_hash`, `workshop_id`),
	FOREIGN KEY (`session_hash`) REFERENCES `sessions`(`id_hash`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_members_of_member` ON `session_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`room` text NOT NULL,
	`epoch` text NOT NULL,
	`position` integer NOT NULL,
	`schema_version` integer NOT NULL,
	`at` integer NOT NULL,
	`state` blob NOT NULL,
	PRIMARY KEY(`room`, `position`)
);
--> statement-breakpoint
CREATE TABLE `steps` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`prompt` text NOT NULL,
	`minutes` integer NOT NULL,
	`canvas_id` text,
	`rights` text NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `steps_of_workshop` ON `steps` (`workshop_id`,`position`);--> statement-breakpoint
CREATE TABLE `updates` (
	`room` text NOT NULL,
	`epoch` text NOT NULL,
	`position` integer NOT NULL,
	`schema_version` integer NOT NULL,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`room`, `position`)
);
--> statement-breakpoint
CREATE TABLE `waiting` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`session_hash` text NOT NULL,
	`link_id` text NOT NULL,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`side` text,
	`asked_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`let_in_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `waiting_of_workshop` ON `waiting` (`workshop_id`);--> statement-breakpoint
CREATE INDEX `waiting_of_session` ON `waiting` (`session_hash`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`fixed` text DEFAULT '' NOT NULL,
	`open` text DEFAULT '' NOT NULL,
	`unknown` text DEFAULT '' NOT NULL,
	`template` text NOT NULL,
	`attribution` text NOT NULL,
	`banner` text NOT NULL,
	`central_name` text NOT NULL,
	`local_name` text NOT NULL,
	`run_by` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`expected` text NOT NULL,
	`door` text DEFAULT 'open' NOT NULL,
	`locked` integer DEFAULT false NOT NULL,
	`current_step_id` text,
	`stage_revision` integer DEFAULT 0 NOT NULL,
	`timer` text NOT NULL,
	`last_action_number` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
