-- What a list brought in said of a software whose function nobody has named. Frozen once released.

ALTER TABLE deployment ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
