CREATE TABLE `canvas_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`canvas_id` text NOT NULL,
	`step_id` text NOT NULL,
	`step_title` text NOT NULL,
	`left_at` integer NOT NULL,
	`at` integer,
	`position` integer,
	`notes` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `canvas_copies_of_workshop` ON `canvas_copies` (`workshop_id`,`left_at`);--> statement-breakpoint
CREATE INDEX `canvas_copies_of_canvas` ON `canvas_copies` (`canvas_id`,`position`);--> statement-breakpoint
ALTER TABLE `canvases` ADD `from_copy` text;