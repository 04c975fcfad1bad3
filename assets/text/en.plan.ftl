# Words of the plan that came after the rest.

by-hand-behind-another-wall = Another wall stands outside yours, so a door here would lead nowhere yet.
