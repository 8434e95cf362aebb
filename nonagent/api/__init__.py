"""What every function is made of, whatever the door it is called through: its call, parameters, gates and answers."""
