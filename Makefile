# Only names the scripts in tools/.
.PHONY: demo test check bench
demo test check bench:
	@tools/$@
