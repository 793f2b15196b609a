"""What has to be looked at again now and then, though nothing in the content is wrong: old reviews, old addresses."""
