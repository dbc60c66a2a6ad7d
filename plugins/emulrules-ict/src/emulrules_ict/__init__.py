"""The policy of the clusters of the Ministry of Information and Communications."""
